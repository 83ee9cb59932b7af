import type { Language } from "@/lib/filing/application/codes";
import type { ServiceSection } from "@/lib/filing/application/draft-sections";
import { type Codec, filled } from "./codec";
import {
  codesOf,
  fieldOf,
  type ServiceForm,
  serviceFromForm,
  serviceInput,
  serviceToForm,
} from "./service-codec";

export interface WebsiteForm extends ServiceForm {
  domain: string;
  homepageUrl: string;
  languages: string[];
}

type WebsiteSection = Extract<ServiceSection, { kind: "WEBSITE" }>;

export const websiteCodec: Codec<WebsiteForm, WebsiteSection> = {
  toForm: (site) => ({
    ...serviceToForm(site),
    domain: site.domain ?? "",
    homepageUrl: site.homepageUrl ?? "",
    languages: (site.languages ?? []).map(String),
  }),
  fromForm: (form) => ({
    kind: "WEBSITE",
    ...serviceFromForm(form),
    ...filled({
      domain: form.domain,
      homepageUrl: form.homepageUrl,
      ...(form.languages.length > 0 && { languages: codesOf<Language>(form.languages) }),
    }),
  }),
  nameOf: (form, path) => {
    const field = fieldOf(path);
    return field && serviceInput(form, field);
  },
};
