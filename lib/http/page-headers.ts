/** Set by proxy.ts on every page request, overwriting whatever the caller sent: the path, for coming back to it. */
export const PATH_HEADER = "x-icp-path";

/** Likewise: what scripts written into this page must carry to be run. */
export const NONCE_HEADER = "x-icp-nonce";
