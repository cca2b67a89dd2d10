# Builds four things into build/Release, by native/build.mjs:
#   nationec.node         the addon: what src/bridge/addon.ts declares
#   sm2.node              SM2 by the OpenSSL inside node: src/gm/openssl.ts
#   libNationECCode.so    the library: NationEcTrans, for any program
#   pos                   a small POS program, as a caller of the library
# gyp links all of them with g++; --as-needed keeps libstdc++ out of those in C.
{
  'target_defaults': {
    'cflags': [
      '-Wall', '-Wextra', '-Werror', '-Wshadow', '-Wconversion',
      '-Wsign-conversion', '-Wunused-parameter',
      '-O2', '-fvisibility=hidden', '-fstack-protector-strong',
      '-U_FORTIFY_SOURCE', '-D_FORTIFY_SOURCE=2',
    ],
    'cflags!': ['-O3', '-Wno-unused-parameter'],
    'cflags_c': ['-std=c99', '-Wstrict-prototypes'],
    # For the addons. As system headers: their warnings are not ours.
    'cflags_cc': [
      '-std=c++17', '-fexceptions', '-isystem',
      '<!(node -p "path.dirname(require.resolve(\'node-addon-api\'))")',
    ],
    'cflags_cc!': ['-fno-exceptions', '-std=gnu++17'],
    # Node-API 8 is the newest that every Node of package.json's range has.
    # Without SWALLOW, terminating a worker in the handler aborts the process.
    'defines': [
      'NAPI_VERSION=8',
      'NODE_ADDON_API_CPP_EXCEPTIONS',
      'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
    ],
    'ldflags': ['-Wl,--as-needed', '-Wl,-z,relro', '-Wl,-z,now'],
    'ldflags!': ['-rdynamic'],
  },
  'targets': [
    {
      'target_name': 'nationec',
      'sources': [
        'native/bridge.cc', 'native/frames.cc', 'native/peer.cc',
        'native/pty.cc', 'native/pipe.cc', 'native/callers.cc',
        'native/local.cc', 'native/evdev.cc', 'native/wire.c',
        'native/charset.c',
      ],
    },
    {
      'target_name': 'sm2',
      'sources': [
        'native/sm2.cc', 'native/verifier.cc', 'native/multiples.cc',
        'native/openssl.cc',
      ],
    },
    {
      'target_name': 'NationECCode',
      'type': 'shared_library',
      'product_prefix': 'lib',
      'product_dir': '<(PRODUCT_DIR)',
      'sources': [
        'native/shim.c', 'native/sentence.c', 'native/wire.c',
        'native/charset.c',
        'native/transport_posix.c',
      ],
    },
    {
      'target_name': 'pos',
      'type': 'executable',
      'sources': ['native/pos.c'],
    },
  ],
}
