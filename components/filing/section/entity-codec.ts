import type { EntitySection } from "@/lib/filing/application/draft-sections";
import { type Codec, codeOf, filled, textOf } from "./codec";

const TEXTS = [
  "province",
  "city",
  "district",
  "certNo",
  "name",
  "certAddress",
  "commAddress",
  "investorOrSuperior",
  "certValidFrom",
  "certValidTo",
  "businessScope",
  "remark",
  "recordNumber",
] as const;
type TextField = (typeof TEXTS)[number];

export type EntityForm = Record<TextField | "nature" | "certType", string> & { certLongTerm: boolean };

export const entityCodec: Codec<EntityForm, EntitySection> = {
  toForm: (value) => {
    const texts = Object.fromEntries(TEXTS.map((field) => [field, value[field] ?? ""])) as Record<
      TextField,
      string
    >;
    const { nature, certType, certLongTerm = false } = value;
    return { ...texts, nature: textOf(nature), certType: textOf(certType), certLongTerm };
  },
  fromForm: ({ nature, certType, certLongTerm, certValidTo, ...texts }) =>
    filled({
      ...texts,
      nature: codeOf(nature),
      certType: codeOf(certType),
      certLongTerm,
      certValidTo: certLongTerm ? "" : certValidTo,
    }),
  // The dates of a certificate are one group of inputs.
  nameOf: (_form, path) =>
    /^entity\.(\w+)$/.exec(path)?.[1]?.replace(/^(certValidFrom|certLongTerm)$/, "certValidTo"),
};
