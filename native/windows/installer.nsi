; nationec-<version>-setup.exe, made by installer.mjs, which defines VERSION,
; BUNDLE (the bundle's folder) and OUTPUT. Silent: /S, and /D=FOLDER as the last
; word. Over an installed version it is an upgrade. Ends with 0, or 2 where it
; could not do its work.

Unicode true
SetCompressor /SOLID lzma
; The same files make the same bytes, whenever they were built.
SetDateSave off
RequestExecutionLevel admin
ManifestSupportedOS all

!include "MUI2.nsh"
!include "x64.nsh"

Name "nationec ${VERSION}"
OutFile "${OUTPUT}"
BrandingText "nationec ${VERSION}"

!define SERVICE "$INSTDIR\nationec-service.exe"
!define ERROR_INVALID_OWNER 1307
!define UNINSTALL \
  "Software\Microsoft\Windows\CurrentVersion\Uninstall\nationec"

!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_LICENSE "${BUNDLE}/LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString X64_ONLY ${LANG_SIMPCHINESE} "此安装程序需要 64 位 Windows；\
  32 位系统请使用 nationec-${VERSION}-windows-x86.zip。"
LangString X64_ONLY ${LANG_ENGLISH} "This needs a 64-bit Windows; for \
  32-bit there is nationec-${VERSION}-windows-x86.zip."
LangString FAILED ${LANG_SIMPCHINESE} "nationec-service $R0：系统错误 $R1。\
  原因见事件日志与 $APPDATA\nationec\daemon.log。"
LangString FAILED ${LANG_ENGLISH} "nationec-service $R0: system error $R1. \
  The event log and $APPDATA\nationec\daemon.log say why."
LangString NOT_OURS ${LANG_SIMPCHINESE} "$APPDATA\nationec 属于普通用户，\
  服务不能信任其中的配置。请将该文件夹移走后重试。"
LangString NOT_OURS ${LANG_ENGLISH} "$APPDATA\nationec belongs to an ordinary \
  user, and the service cannot trust a configuration there. Move the folder \
  away and try again."

!macro Setup un
  ; The registry of the 64-bit programs, and the data of all users.
  Function ${un}Prepare
    SetRegView 64
    SetShellVarContext all
  FunctionEnd

  ; nationec-service.exe $R0, whose end is in $R1.
  Function ${un}Service
    StrCpy $R1 0
    ${If} ${FileExists} "${SERVICE}"
      ExecWait '"${SERVICE}" $R0' $R1
    ${EndIf}
  FunctionEnd

  ; The same; where it refuses, the setup ends.
  Function ${un}Require
    Call ${un}Service
    ${If} $R1 = ${ERROR_INVALID_OWNER}
      MessageBox MB_ICONSTOP "$(NOT_OURS)" /SD IDOK
    ${ElseIf} $R1 <> 0
      MessageBox MB_ICONSTOP "$(FAILED)" /SD IDOK
    ${EndIf}
    ${If} $R1 <> 0
      SetErrorLevel 2
      Quit
    ${EndIf}
  FunctionEnd

  ; What an installation put there, of whatever version.
  Function ${un}RemoveFiles
    RMDir /r "$INSTDIR\bin"
    RMDir /r "$INSTDIR\dist"
    RMDir /r "$INSTDIR\native"
    RMDir /r "$INSTDIR\node_modules"
    RMDir /r "$INSTDIR\src"
    RMDir /r "$INSTDIR\x64"
    RMDir /r "$INSTDIR\x86"
    Delete "$INSTDIR\LICENSE"
    Delete "$INSTDIR\THIRD-PARTY.txt"
    Delete "$INSTDIR\nationec.cmd"
    Delete "$INSTDIR\nationec-service.exe"
    Delete "$INSTDIR\node.exe"
    Delete "$INSTDIR\package.json"
    !insertmacro SetAside "$INSTDIR\x64\NationECCode.dll"
    !insertmacro SetAside "$INSTDIR\x86\NationECCode.dll"
  FunctionEnd
!macroend

; A library that a program has loaded cannot be deleted, but it can be renamed;
; the program goes on with it.
!macro SetAside library
  ${If} ${FileExists} "${library}"
    GetTempFileName $R2 "$INSTDIR"
    Delete "$R2"
    Rename "${library}" "$R2"
    Delete /REBOOTOK "$R2"
  ${EndIf}
!macroend

!insertmacro Setup ""
!insertmacro Setup "un."

Function .onInit
  Call Prepare
  ${IfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "$(X64_ONLY)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  ; It is not empty where /D= said it.
  ${If} $INSTDIR == ""
    ReadRegStr $INSTDIR HKLM "${UNINSTALL}" "InstallLocation"
  ${EndIf}
  ${If} $INSTDIR == ""
    StrCpy $INSTDIR "$PROGRAMFILES64\nationec"
  ${EndIf}
FunctionEnd

Section
  StrCpy $R0 "stop"
  Call Require
  Call RemoveFiles
  SetOutPath "$INSTDIR"
  File /r /x nationec.toml "${BUNDLE}/*"
  Call Register
  StrCpy $R0 "install"
  Call Require
  SetOutPath "$APPDATA\nationec"
  SetOverwrite off
  File "${BUNDLE}/nationec.toml"
  SetOverwrite on
  StrCpy $R0 "start"
  Call Require
SectionEnd

Function Register
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayName" "nationec"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL}" "Publisher" "nationec"
  WriteRegStr HKLM "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL}" "UninstallString" \
    '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL}" "QuietUninstallString" \
    '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKLM "${UNINSTALL}" "NoRepair" 1
FunctionEnd

Function un.onInit
  Call un.Prepare
FunctionEnd

Section "Uninstall"
  StrCpy $R0 "remove"
  Call un.Require
  Call un.RemoveFiles
  Delete "$INSTDIR\uninstall.exe"
  DeleteRegKey HKLM "${UNINSTALL}"
  ; The journal, its key and the configuration stay.
  Delete "$APPDATA\nationec\daemon.log"
  Delete "$APPDATA\nationec\daemon.log.old"
  Delete "$APPDATA\nationec\terminal.json"
  RMDir /r "$APPDATA\nationec\sandbox"
  RMDir "$APPDATA\nationec"
  ; The last, so that whoever waits for it knows that all is done.
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
SectionEnd
