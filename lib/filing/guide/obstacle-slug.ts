/** `DOMAIN_ALREADY_FILED` in an address: `domain-already-filed`. Apart from the tables, which no browser needs. */
export const slugOfObstacle = (obstacle: string): string => obstacle.toLowerCase().replaceAll("_", "-");

/** Reasons of rejection (DF §9) that no field mends: where causes and ways out are told. */
const BY_REASON: Readonly<Record<string, string>> = {
  ACCESS_FILING_IMPOSSIBLE: "ACCESS_IMPOSSIBLE",
  ORGANIZER_CONFLICT: "ORGANIZER_CONFLICT",
  DOMAIN_CONFLICT: "DOMAIN_CONFLICT",
  SHELL_ENTITY: "SHELL_ENTITY",
};

/** Address of what a rejected applicant can do about such a reason; null: he mends the field. */
export function wayOutOf(reason: string): string | null {
  const obstacle = BY_REASON[reason];
  return obstacle === undefined ? null : `/ways-out/${slugOfObstacle(obstacle)}`;
}
