import { ACCESS_RULES } from "../book/access";
import { APP_RULES } from "../book/app";
import { DOMAIN_RULES } from "../book/domain";
import { ORDER_RULES } from "../book/order";
import { PRE_APPROVAL_RULES } from "../book/pre-approval";
import { PROVINCE_RULES } from "../book/province";
import { RESOURCE_RULES } from "../book/resource";
import { SERVICE_RULES } from "../book/service";
import { SERVICE_NAME_RULES } from "../book/service-name";
import { liveOf } from "./live";

/** What the page of a website or an APP judges while one types, in the order of the book. */
export const PAGE_BOOK = liveOf("service:svc_0000", [
  ...ORDER_RULES,
  ...DOMAIN_RULES,
  ...SERVICE_NAME_RULES,
  ...SERVICE_RULES,
  ...PRE_APPROVAL_RULES,
  ...APP_RULES,
  ...RESOURCE_RULES,
  ...ACCESS_RULES,
  ...PROVINCE_RULES,
]);
