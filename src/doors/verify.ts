/** The door `briefwright/verify`: whether a finished file agrees with itself, figure by figure. */
export {
  type FileToVerify,
  type Verification,
  type VerificationFinding,
  type VerificationFindingCode,
  type VerificationVerdict,
  type VerifyOptions,
  verifyFile,
  verifyFiles,
} from "../verify/index.ts";
