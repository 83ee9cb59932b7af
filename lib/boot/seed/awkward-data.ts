/** What is wrong with a domain of the sandbox: `sandbox.awkward.story.<story>` says it. */
export const AWKWARD_STORIES = [
  "fresh",
  "unverified",
  "abroad",
  "someone",
  "expired",
  "blacklisted",
] as const;

export interface AwkwardDomain {
  readonly domain: string;
  readonly story: (typeof AWKWARD_STORIES)[number];
}

/** One domain a story; invented names nobody filed. */
export const AWKWARD_DOMAINS: readonly AwkwardDomain[] = [
  { domain: "fresh-yangli.cn", story: "fresh" },
  { domain: "unverified-yangli.cn", story: "unverified" },
  { domain: "abroad-yangli.com", story: "abroad" },
  { domain: "someone-yangli.cn", story: "someone" },
  { domain: "expired-yangli.cn", story: "expired" },
  { domain: "blocked-yangli.cn", story: "blacklisted" },
];
