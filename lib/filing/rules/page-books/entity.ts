import { ACCESS_RULES } from "../book/access";
import { CERTIFICATE_RULES } from "../book/certificate";
import { ENTITY_RULES } from "../book/entity";
import { ENTITY_ADDRESS_RULES } from "../book/entity-address";
import { ENTITY_DIVISION_RULES } from "../book/entity-division";
import { LEAD_AUTHORITY_RULES } from "../book/lead-authority";
import { LEAD_RULES } from "../book/leads";
import { ORDER_RULES } from "../book/order";
import { PRE_APPROVAL_RULES } from "../book/pre-approval";
import { PROVINCE_RULES } from "../book/province";
import { liveOf } from "./live";

/** What the organiser's page judges while one types, in the order of the book. */
export const PAGE_BOOK = liveOf("entity", [
  ...ORDER_RULES,
  ...ENTITY_RULES,
  ...ENTITY_ADDRESS_RULES,
  ...ENTITY_DIVISION_RULES,
  ...CERTIFICATE_RULES,
  ...LEAD_RULES,
  ...LEAD_AUTHORITY_RULES,
  ...PRE_APPROVAL_RULES,
  ...ACCESS_RULES,
  ...PROVINCE_RULES,
]);
