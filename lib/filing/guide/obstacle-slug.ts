/** `DOMAIN_ALREADY_FILED` in an address: `domain-already-filed`. Apart from the tables, which no browser needs. */
export const slugOfObstacle = (obstacle: string): string => obstacle.toLowerCase().replaceAll("_", "-");
