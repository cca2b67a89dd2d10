#include "openssl.h"

#include <openssl/err.h>
#include <openssl/obj_mac.h>

#include <string>

namespace nationec {

std::runtime_error refusal(const char *operation) {
  const char *reason = ERR_reason_error_string(ERR_get_error());
  ERR_clear_error();
  std::string message = std::string(operation) + ": ";
  return std::runtime_error(message + (reason ? reason : "refused"));
}

const EC_GROUP *sm2_group() {
  static const EC_GROUP *group = EC_GROUP_new_by_curve_name(NID_sm2);
  if (!group) throw refusal("SM2 curve");
  return group;
}

}  // namespace nationec
