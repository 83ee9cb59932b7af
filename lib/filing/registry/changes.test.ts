import { describe, expect, it } from "vitest";
import type { OrderType } from "../application/codes";
import { secondLead, validEnterprise, validLead } from "../testing/fixtures";
import { applyChanges } from "./apply";
import { changesOf } from "./changes";
import { isShell } from "./ending";
import {
  APP,
  app,
  approved,
  changes,
  ENTITY,
  ended,
  filedRegistry,
  lived,
  made,
  ONE,
  site,
  TWO,
} from "./testing";
import { EMPTY_REGISTRY, type Registry, type RegistryEvent } from "./types";

const FILED = filedRegistry();
const SECOND_ENTITY = { ...validEnterprise().entity, name: "北京青禾文具集团有限公司" };

const opened = (number: string, domain: string, packageName?: string) => [
  `service_opened ${number}`,
  `domain_opened ${number} ${domain}`,
  ...(packageName === undefined ? [] : [`package_opened ${number} ${packageName}`]),
  `access_opened ${number}`,
];
const ROWS: readonly (readonly [OrderType, string, Registry, RegistryEvent, readonly string[]])[] = [
  [
    "FIRST_FILING",
    "opens organiser and services",
    EMPTY_REGISTRY,
    approved("FIRST_FILING", [
      [ONE, site(1)],
      [APP, app(1)],
    ]),
    [`entity_opened ${ENTITY}`, ...opened(ONE, "site1.com"), ...opened(APP, "site1.com", "com.sample.app1")],
  ],
  [
    "NEW_SERVICE_LOCAL",
    "opens the service and leaves the organiser alone, whatever the order says of him",
    FILED,
    approved("NEW_SERVICE_LOCAL", [[TWO, site(2)]], { entity: SECOND_ENTITY }),
    opened(TWO, "site2.com"),
  ],
  [
    "NEW_SERVICE_FOREIGN",
    "makes the organiser known here, too",
    EMPTY_REGISTRY,
    approved("NEW_SERVICE_FOREIGN", [[TWO, site(2)]]),
    [`entity_opened ${ENTITY}`, ...opened(TWO, "site2.com")],
  ],
  [
    "ACCESS_FILING",
    "makes organiser and service known under the numbers they have",
    EMPTY_REGISTRY,
    approved("ACCESS_FILING", [[ONE, site(1)]]),
    [`entity_opened ${ENTITY}`, ...opened(ONE, "site1.com")],
  ],
  [
    "ACCESS_SERVICE",
    "brings a service filed elsewhere",
    FILED,
    approved("ACCESS_SERVICE", [[TWO, site(2)]]),
    opened(TWO, "site2.com"),
  ],
  [
    "ACCESS_SERVICE",
    "gives access back to one that was cancelled, with what the order says of it",
    lived(approved("FIRST_FILING", [[ONE, site(1)]]), approved("CANCEL_ACCESS", [[ONE, site(1)]])),
    approved("ACCESS_SERVICE", [[ONE, site(1, { name: "青禾文具新站" })]]),
    [`service_changed ${ONE}`, `access_opened ${ONE}`],
  ],
  [
    "CHANGE_ENTITY",
    "changes the organiser and no service",
    FILED,
    approved("CHANGE_ENTITY", [[ONE, site(1, { name: "另一个名称" })]], { entity: SECOND_ENTITY }),
    [`entity_changed ${ENTITY}`],
  ],
  [
    "CHANGE_SERVICE",
    "changes the service and not the organiser",
    FILED,
    approved("CHANGE_SERVICE", [[ONE, site(1, { name: "另一个名称" })]], { entity: SECOND_ENTITY }),
    [`service_changed ${ONE}`],
  ],
  [
    "CHANGE_SERVICE",
    "adds a platform and a domain to an APP and drops others",
    FILED,
    approved("CHANGE_SERVICE", [
      [
        APP,
        app(1, {
          packages: [{ id: "pkg_0002", platform: "IOS", packageName: "com.sample.app1" }],
          domains: [{ id: "dom_0002", domain: "site9.com" }],
        }),
      ],
    ]),
    [
      `service_changed ${APP}`,
      `domain_ended ${APP} site1.com`,
      `domain_opened ${APP} site9.com`,
      `package_ended ${APP} com.sample.app1`,
      `package_opened ${APP} com.sample.app1`,
    ],
  ],
  [
    "CHANGE_SERVICE",
    "to another server ends the access and opens another",
    FILED,
    approved("CHANGE_SERVICE", [[ONE, site(1, { ips: ["192.0.2.77"] })]]),
    [`service_changed ${ONE}`, `access_ended ${ONE}`, `access_opened ${ONE}`],
  ],
  [
    "CHANGE_SERVICE",
    "does not give access back",
    lived(approved("FIRST_FILING", [[ONE, site(1)]]), approved("CANCEL_ACCESS", [[ONE, site(1)]])),
    approved("CHANGE_SERVICE", [[ONE, site(1, { ips: ["192.0.2.77"] })]]),
    [`service_changed ${ONE}`],
  ],
  [
    "CHANGE_SERVICE",
    "that changes nothing does nothing",
    FILED,
    approved("CHANGE_SERVICE", [[ONE, site(1)]]),
    [],
  ],
  [
    "CHANGE_FILING",
    "changes both",
    FILED,
    approved("CHANGE_FILING", [[ONE, site(1, { name: "另一个名称" })]], { entity: SECOND_ENTITY }),
    [`entity_changed ${ENTITY}`, `service_changed ${ONE}`],
  ],
  [
    "CANCEL_ENTITY",
    "ends everything, from within",
    FILED,
    approved("CANCEL_ENTITY", []),
    [...ended(ONE, "site1.com"), ...ended(APP, "site1.com", "com.sample.app1"), `entity_ended ${ENTITY}`],
  ],
  [
    "CANCEL_SERVICE",
    "ends the services it names",
    FILED,
    approved("CANCEL_SERVICE", [[ONE, site(1)]]),
    ended(ONE, "site1.com"),
  ],
  [
    "CANCEL_ACCESS",
    "ends the access and nothing else",
    FILED,
    approved("CANCEL_ACCESS", [[ONE, site(1)]]),
    [`access_ended ${ONE}`],
  ],
];

describe("an approved order", () => {
  it.each(ROWS)("%s %s", (_type, _does, registry, event, expected) => {
    expect(made(registry, event)).toEqual(expected);
  });

  it("files what got a number, and nothing else", () => {
    const event = approved("FIRST_FILING", [
      [ONE, site(1)],
      [TWO, site(2)],
    ]);
    const { services, ...rest } = event;
    const fewer = { ...rest, services: { svc_site01: services.svc_site01 ?? "" } };
    expect(made(EMPTY_REGISTRY, fewer)).toEqual([`entity_opened ${ENTITY}`, ...opened(ONE, "site1.com")]);
  });

  it("names each changed value with what it was, people by their part", () => {
    const lead = validLead({ id: "ppl_newid1", phone1: "13800000009" });
    const event = approved("CHANGE_FILING", [[ONE, site(1, { lead: "ppl_lead02", name: "青禾新站" })]], {
      entity: { ...SECOND_ENTITY, legalRep: "ppl_newid1", entityLead: "ppl_newid1" },
      people: [lead, secondLead()],
    });
    const changes = changesOf(FILED, event);
    const values = (changes.ok ? changes.value : []).flatMap((change) =>
      "values" in change
        ? change.values.map(({ path, before, after: now }) => [path, ...before, ...now])
        : [],
    );
    expect(values).toEqual([
      ["entity.name", "北京青禾文具有限公司", "北京青禾文具集团有限公司"],
      ["entityLead.phone1", "13800000001", "13800000009"],
      ["lead.name", "方知远", "林小满"],
      ["lead.idNo", "110101199003070011", "11010119900307002X"],
      ["lead.phone1", "13800000001", "15000000003"],
      ["lead.emergencyPhone", "13900000002", "15100000004"],
      ["lead.email", "fang@example.com", "lin@example.com"],
      ["name", "青禾文具官方商店", "青禾新站"],
    ]);
  });

  it("of the last service leaves a shell, of the record none", () => {
    const both = approved("CANCEL_SERVICE", [
      [ONE, site(1)],
      [APP, app(1)],
    ]);
    const shell = applyChanges(FILED, changes(FILED, both));
    expect([isShell(FILED), isShell(shell)]).toEqual([false, true]);
    expect(isShell(applyChanges(shell, changes(shell, approved("CANCEL_ENTITY", []))))).toBe(false);
    expect(isShell(EMPTY_REGISTRY)).toBe(false);
  });
});
