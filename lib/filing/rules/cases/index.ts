import type { LookCase } from "../../testing/look";
import { ACCESS_CASES } from "./access";
import { ACCESS_DOMAIN_CASES } from "./access-domains";
import { ACCOUNT_CASES } from "./account";
import { APP_CASES } from "./app";
import { CERTIFICATE_CASES } from "./certificate";
import { CHANGE_CASES } from "./change";
import { DOMAIN_CASES } from "./domain";
import { ENTITY_CASES } from "./entity";
import { ENTITY_ADDRESS_CASES } from "./entity-address";
import { ENTITY_DIVISION_CASES } from "./entity-division";
import { ENTITY_REGISTRY_CASES } from "./entity-registry";
import { FILED_CASES } from "./filed";
import { LEAD_CONTACTS_CASES } from "./lead-contacts";
import { LEAD_DOCUMENTS_CASES } from "./lead-documents";
import { LEADS_CASES } from "./leads";
import { MATERIALS_CASES } from "./materials";
import { ORDER_CASES } from "./order";
import { PRE_APPROVAL_CASES } from "./pre-approval";
import { PROVINCE_CASES } from "./province";
import { RESOURCE_CASES } from "./resource";
import { SERVICE_CASES } from "./service";
import { SERVICE_NAME_CASES } from "./service-name";

/** Every table of every topic: both sides of each limit, one row a line. */
export const CASES: readonly LookCase[] = [
  ...ORDER_CASES,
  ...ACCOUNT_CASES,
  ...ENTITY_CASES,
  ...ENTITY_REGISTRY_CASES,
  ...ENTITY_ADDRESS_CASES,
  ...ENTITY_DIVISION_CASES,
  ...CERTIFICATE_CASES,
  ...LEADS_CASES,
  ...LEAD_DOCUMENTS_CASES,
  ...LEAD_CONTACTS_CASES,
  ...DOMAIN_CASES,
  ...SERVICE_NAME_CASES,
  ...SERVICE_CASES,
  ...PRE_APPROVAL_CASES,
  ...APP_CASES,
  ...RESOURCE_CASES,
  ...FILED_CASES,
  ...ACCESS_CASES,
  ...ACCESS_DOMAIN_CASES,
  ...CHANGE_CASES,
  ...PROVINCE_CASES,
  ...MATERIALS_CASES,
];
