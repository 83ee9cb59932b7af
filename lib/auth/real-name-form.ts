import { z } from "zod";
import { CERTS_BY_NATURE, NATURE_PERSON } from "@/lib/filing/application/codes";

/** Documents a person can verify himself by; the usual one first. */
export const REAL_NAME_DOCUMENTS = CERTS_BY_NATURE[NATURE_PERSON];

/** Whose account it is. Messages are reason keys; the form of the number is judged on the server. */
export const realNameSchema = z
  .strictObject({
    kind: z.enum(["person", "unit"], "kind-missing"),
    name: z.string().trim().min(2, "name-missing").max(255, "name-long"),
    certType: z.literal(REAL_NAME_DOCUMENTS).nullable(),
    idNo: z.string().trim().min(4, "idno-missing").max(64, "idno-long"),
  })
  .refine(({ kind, certType }) => (kind === "person") === (certType !== null), {
    path: ["certType"],
    message: "cert-missing",
  });
export type RealName = z.infer<typeof realNameSchema>;

/** Numbers are compared without blanks and hyphens, in capitals; names lose the blanks around them. */
export const normaliseRealName = ({ kind, name, certType, idNo }: RealName): RealName => ({
  kind,
  name: name.normalize("NFC").trim(),
  certType,
  idNo: idNo.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase(),
});
