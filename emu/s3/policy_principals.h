// The principals of a bucket policy as S3 keeps them: an account that is given by its id is its
// root.
// Source: AWS Identity and Access Management User Guide, "AWS JSON policy elements: Principal"
// (AWS account principals: both forms mean the same); that S3 tells the ARN, as in the thread
// "Bucket Policy Should Convert Account ID to ARN" of noobaa/noobaa-core.
#pragma once

#include <string>
#include <string_view>

namespace emu::s3 {

// `policy` is a policy that was found to be well formed.
std::string with_account_arns(std::string_view policy);

}  // namespace emu::s3
