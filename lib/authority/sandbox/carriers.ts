/** Sender numbers of the authority's SMS by carrier (DF §3.4 [T21]); carriers by segment, DF §7.4. */
export const SENDERS = { telecom: "106598051001", unicom: "10655113", mobile: "106575000130" } as const;
const TELECOM = new Set(["133", "153", "162", "173", "177", "180", "181", "189", "190", "191", "193", "199"]);
const UNICOM = new Set([
  ...[
    "130",
    "131",
    "132",
    "145",
    "146",
    "155",
    "156",
    "166",
    "167",
    "170",
    "171",
    "175",
    "176",
    "185",
    "186",
    "196",
  ],
]);

/** The number an SMS to this phone comes from. */
export function senderFor(phone: string): string {
  const segment = phone.slice(0, 3);
  if (TELECOM.has(segment)) return SENDERS.telecom;
  return UNICOM.has(segment) ? SENDERS.unicom : SENDERS.mobile;
}
