/** The round a page's address asks for. Absent: the newest; anything but a number is a round there is none of. */
export const roundOf = (round: string | string[] | undefined): number | undefined =>
  round === undefined ? undefined : /^\d{1,3}$/.test(String(round)) ? Number(round) : 0;
