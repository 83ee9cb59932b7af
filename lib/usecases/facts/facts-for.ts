/** Whose facts: the account that files, and the order they are for (null while it does not exist yet). */
export interface FactsFor {
  readonly accountId: string;
  readonly orderId: string | null;
  /** The order itself is what the authority has in hand: its own submission is no conflict. */
  readonly atAuthority: boolean;
}
