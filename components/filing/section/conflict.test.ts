import { expect, test } from "vitest";
import type { SectionId } from "@/lib/filing/application/draft-sections";
import { loadMessages } from "@/lib/messages/load";
import { labelKey } from "./conflict";

const fields = (loadMessages("en") as { fields: Record<string, Record<string, unknown>> }).fields;

test.each<[SectionId, string, string]>([
  ["entity", "certNo", "entity.certNo"],
  ["people", "people[ppl_0001].phone1", "person.phone1"],
  ["filed", "filedServices[fil_0001].opens", "filed.opens"],
  ["service:svc_0001", "name", "service.name"],
  ["service:svc_0001", "resource.resourceId", "resource.resourceId"],
  ["service:svc_0001", "resource.kind", "service.resource"],
  ["service:svc_0001", "preApprovals[pre_0001].permitNo", "preApproval.permitNo"],
  ["service:svc_0001", "packages[pkg_0001].publicKey", "package.publicKey"],
  ["service:svc_0001", "packages[pkg_0001].id", "service.packages"],
  ["service:svc_0001", "domains[dom_0001].domain", "service.domains"],
  ["service:svc_0001", "sdks[sdk_0001].vendor", "sdk.vendor"],
])("on %s, %s goes by the label of %s", (section, path, key) => {
  expect(labelKey(section, path)).toBe(key);
  const [group = "", field = ""] = key.split(".");
  expect(fields[group]?.[field], key).toBeDefined();
});
