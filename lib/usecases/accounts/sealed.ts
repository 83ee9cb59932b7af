/** What is sealed of accounts and users, and under which names (`aad`). */
export interface AccountProfile {
  /** Verified real name: of the person, or of the unit. */
  readonly realName: string;
  /** ID number of the person, or certificate number of the unit. */
  readonly idNo: string;
  readonly securityPhone: string | null;
}

export const profileAad = (accountId: string): string => `account:${accountId}:profile`;
export const userEmailAad = (userId: string): string => `user:${userId}:email`;
