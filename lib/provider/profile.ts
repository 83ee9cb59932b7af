import { z } from "zod";

/** Longest name that still stands in a bar on a phone and in the signature of a text message. */
export const NAME_MAX = 20;

/** Ends of line, control characters and marks that turn the direction: names stand in headers of mails and in sentences. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const line = (long: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, long)
    .refine((value) => !UNSEEN.test(value), "provider.line-form");
const name = line("provider.name-long", NAME_MAX);
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
  hours: line("provider.hours-long", 60),
  /** Answers to our mails go there; they are sent from MAIL_FROM. */
  replyTo: z
    .string()
    .trim()
    .max(254, "email-form")
    .refine((value) => value === "" || z.email().safeParse(value).success, "provider.mail-form"),
  /** Provinces of the data centres, codes of six digits; none = not said. */
  dataCentres: z.array(z.string().regex(/^\d{6}$/)).max(40),
});
/** As it may have been kept by an older version: a profile with a rule more is read, not thrown away. */
export const KeptProfile = z.preprocess(
  (kept) =>
    typeof kept !== "object" || kept === null
      ? kept
      : Object.fromEntries(
          Object.entries(kept).map(([key, value]: [string, unknown]) => [
            key,
            typeof value === "string" ? value.replaceAll(new RegExp(UNSEEN, "gu"), " ") : value,
          ]),
        ),
  ProviderProfile,
);
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
