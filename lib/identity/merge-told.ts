type Told = Readonly<Record<string, unknown>>;

/**
 * What an issuer said in its ID token and as userinfo, as one. The signed token counts and userinfo may add to it; but an
 * address and whether it is verified come from the same place, or "verified" would be said of another address. Userinfo
 * is that place where the token names no address, or names the same one and leaves open whether it is verified.
 */
export function mergeTold(token: Told, userinfo: Told): Told {
  const open = token.email_verified === undefined && token.email === userinfo.email;
  const { email, email_verified } = token.email === undefined || open ? userinfo : token;
  return { ...userinfo, ...token, email, email_verified };
}
