import { type Dated, dated } from "./editions";

/** As the source labels them; 133 and 153 are Telecom's and 134 is Mobile's in reality, so this is for display only. */
export type Carrier = "UNICOM" | "MOBILE" | "TELECOM";

/** First three digits the authority's SMS gateway serves (DF §7.4, [S4: 短信]). */
export interface PhoneSegment extends Dated {
  readonly segment: string;
  readonly carrier: Carrier;
  /** Given to resellers: messages may not arrive, so it is advised against. */
  readonly virtual: boolean;
}

const BY_CARRIER: Readonly<Record<Carrier, string>> = {
  UNICOM: "130 131 132 133 134 146 153 155 156 166 167 170 171 175 176 185 186 196",
  MOBILE: "135 136 137 138 139 147 150 151 152 157 158 159 165 172 178 182 183 184 187 188 195 198",
  TELECOM: "162 173 177 180 181 189 191 193 199",
};
/** General knowledge: segments the carriers gave to resellers. */
const VIRTUAL = new Set(["162", "165", "167", "170", "171"]);

export const PHONE_SEGMENT_ROWS: readonly PhoneSegment[] = (Object.keys(BY_CARRIER) as Carrier[])
  .flatMap((carrier) =>
    BY_CARRIER[carrier].split(" ").map((segment) => ({
      segment,
      carrier,
      virtual: VIRTUAL.has(segment),
      ...dated("S4: 短信"),
    })),
  )
  .sort((a, b) => Number(a.segment) - Number(b.segment));

export const PHONE_SEGMENTS: ReadonlySet<string> = new Set(PHONE_SEGMENT_ROWS.map((row) => row.segment));
export const VIRTUAL_SEGMENTS: ReadonlySet<string> = VIRTUAL;
