import { z } from "zod";

/** Longest name that still stands in a bar on a phone and in the signature of a text message. */
export const NAME_MAX = 20;

const name = z.string().trim().max(NAME_MAX, "provider.name-long");
/** Digits with an area code, a mobile number, 400 and 95xxx numbers, or nothing. */
const phone = z
  .string()
  .trim()
  .refine((value) => value === "" || /^\+?[\d][\d -]{3,22}\d$/.test(value), "provider.phone-form");

/** What the provider calls itself and how it is reached; the empty text is "not set". */
export const ProviderProfile = z.strictObject({
  nameZh: name,
  nameEn: name,
  phone,
  hours: z.string().trim().max(60, "provider.hours-long"),
  /** Answers to our mails go there; they are sent from MAIL_FROM. */
  replyTo: z
    .string()
    .trim()
    .max(254, "email-form")
    .refine((value) => value === "" || z.email().safeParse(value).success, "provider.mail-form"),
  /** Provinces of the data centres, codes of six digits; none = not said. */
  dataCentres: z.array(z.string().regex(/^\d{6}$/)).max(40),
});
export type ProviderProfile = z.infer<typeof ProviderProfile>;

export const NO_PROFILE: ProviderProfile = {
  nameZh: "",
  nameEn: "",
  phone: "",
  hours: "",
  replyTo: "",
  dataCentres: [],
};

/** A form with what its maker had seen. */
export const ProfileChange = ProviderProfile.extend({ revision: z.int().min(0) });
export type ProfileChange = z.infer<typeof ProfileChange>;

/** The name in a language, in the other when only that is set, or null. */
export const nameIn = (
  profile: Pick<ProviderProfile, "nameZh" | "nameEn">,
  locale: string,
): string | null => {
  const [first, second] =
    locale === "en" ? [profile.nameEn, profile.nameZh] : [profile.nameZh, profile.nameEn];
  return first || second || null;
};
