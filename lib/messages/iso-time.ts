const FORM =
  /^\d{4}-\d{2}-\d{2}(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/;
const YEARS = [1970, 2999] as const;

/**
 * An ISO 8601 time of a script → epoch milliseconds; undefined when it is none. A bare day is its midnight, and a time
 * without a zone is civil time: both in Asia/Shanghai, whatever the machine's zone.
 */
export function parseIsoTime(text: string): number | undefined {
  const match = FORM.exec(text);
  if (match === null || !isRealDay(text.slice(0, 10))) return undefined;
  const time = text.length === 10 ? `${text}T00:00` : text.replace(" ", "T");
  const at = Date.parse(match[1] === undefined ? `${time}+08:00` : time);
  const year = new Date(at).getUTCFullYear();
  return year >= YEARS[0] && year <= YEARS[1] ? at : undefined;
}

/** Date.parse takes 2026-02-30 for a day in March. */
const isRealDay = (day: string): boolean => {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day;
};
