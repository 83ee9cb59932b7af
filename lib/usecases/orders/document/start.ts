import { z } from "zod";
import { CERT_TYPES, NATURES } from "@/lib/filing/application/codes";

/** The answers an order starts with (DF §6.1). */
export const OrderStart = z.strictObject({
  nature: z.literal(NATURES),
  province: z.string().max(6),
  certType: z.literal(CERT_TYPES),
  certNo: z.string().max(255),
  domain: z.string().max(255),
  /** What is filed first; left out: a website. */
  service: z.enum(["WEBSITE", "APP"]).optional(),
  /** Number it is filed under, for whoever knows it; the domain may then be left empty. */
  number: z.string().max(64).optional(),
  /** One more APP with a domain that a filed one uses, too. */
  another: z.boolean().optional(),
});
export type OrderStart = z.infer<typeof OrderStart>;
