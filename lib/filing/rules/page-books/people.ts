import { ACCESS_RULES } from "../book/access";
import { CERTIFICATE_RULES } from "../book/certificate";
import { LEAD_AGE_RULES } from "../book/lead-ages";
import { LEAD_AUTHORITY_RULES } from "../book/lead-authority";
import { LEAD_CONTACT_RULES } from "../book/lead-contacts";
import { LEAD_DOCUMENT_RULES } from "../book/lead-documents";
import { LEAD_PHONE_RULES } from "../book/lead-phones";
import { LEAD_RULES } from "../book/leads";
import { PROVINCE_RULES } from "../book/province";
import { liveOf } from "./live";

/** What the page of the people in charge judges while one types, in the order of the book. */
export const PAGE_BOOK = liveOf("people", [
  ...CERTIFICATE_RULES,
  ...LEAD_RULES,
  ...LEAD_AUTHORITY_RULES,
  ...LEAD_DOCUMENT_RULES,
  ...LEAD_AGE_RULES,
  ...LEAD_PHONE_RULES,
  ...LEAD_CONTACT_RULES,
  ...ACCESS_RULES,
  ...PROVINCE_RULES,
]);
