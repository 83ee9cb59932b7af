import type { Source } from "../policy/source";

/** Documents of DF §11.4. */
export const MANUAL_SLOTS = [
  ...(["LEAD_ID", "HANDHELD_ID", "STATEMENT_PERSON"] as const),
  ...(["LICENCE", "LEGAL_REP_ID", "APPLICANT_ID", "STATEMENT_UNIT"] as const),
] as const;
export type ManualSlotId = (typeof MANUAL_SLOTS)[number];
export const MANUAL_SIDES = ["FRONT", "BACK", "SINGLE"] as const;
export type ManualSide = (typeof MANUAL_SIDES)[number];

/** What the applicant of a unit proves himself with; a passport has one page that counts. */
export const APPLICANT_IDS = ["RESIDENT", "PASSPORT", "HK_MO", "TAIWAN"] as const;
export type ApplicantId = (typeof APPLICANT_IDS)[number];

export interface ManualSlot {
  readonly slot: ManualSlotId;
  readonly sides: readonly ManualSide[];
  readonly source: Source;
}

const BOTH: readonly ManualSide[] = ["FRONT", "BACK"];
const ONE: readonly ManualSide[] = ["SINGLE"];
const SOURCE: Source = "S0: 手机号码已不使用; S4: 注销备案相关";
const slot = (id: ManualSlotId, sides: readonly ManualSide[]): ManualSlot => ({
  slot: id,
  sides,
  source: SOURCE,
});

/** What must be shown: a person holds his own ID beside his face, a unit seals its statement. */
export function manualSlots(holder: "person" | "unit", applicantId: ApplicantId): readonly ManualSlot[] {
  if (holder === "person")
    return [slot("LEAD_ID", BOTH), slot("HANDHELD_ID", BOTH), slot("STATEMENT_PERSON", ONE)];
  return [
    slot("LICENCE", ONE),
    slot("LEGAL_REP_ID", BOTH),
    slot("APPLICANT_ID", applicantId === "PASSPORT" ? ONE : BOTH),
    slot("STATEMENT_UNIT", ONE),
  ];
}

/** Places nobody has filled yet. */
export const missingIn = (
  slots: readonly ManualSlot[],
  filled: readonly { readonly slot: string; readonly side: string }[],
): number =>
  slots.flatMap(({ slot: id, sides }) =>
    sides.filter((side) => !filled.some((file) => file.slot === id && file.side === side)),
  ).length;
