import type { OrderType } from "../../application/codes";
import type { ProvinceNote } from "../../policy/province-advice";
import { withProvince } from "../../testing/filed";
import { type LookCase, many, P, person, S, unit } from "../../testing/look";

/** A note that has its sentence, shown at another place. */
const note = (at: ProvinceNote["at"], side: ProvinceNote["for"] = "both", ctx = unit()) =>
  withProvince(ctx, {
    notes: [{ id: "beijing-one-number", for: side, at, level: "info", source: "T21: 各省管局要求/北京" }],
  });
/** A note that speaks of access filings only (`NOTE_ORDERS`). */
const ofAccess = (orderType: OrderType) => ({
  ...withProvince(unit(), {
    notes: [
      {
        id: "shanghai-access-legal-rep",
        for: "both",
        at: "order",
        level: "info",
        source: "T21: 各省管局要求/上海",
      },
    ],
  }),
  orderType,
});
const said = (path: string) => `beijing-one-number@${path}`;

export const PROVINCE_CASES: readonly LookCase[] = [
  ["province.note", "of the order", note("order"), [said("order")]],
  ["province.note", "at a field of the entity", note("entity.certNo"), [said("entity.certNo")]],
  ["province.note", "at the entity lead", note("lead.phone1"), [said(P("phone1"))]],
  [
    "province.note",
    "at the first of many services",
    note("service.name", "both", many(2)),
    [said("services[svc_many0].name")],
  ],
  ["province.note", "at the only service", note("service.name"), [said(S("name"))]],
  ["province.note", "for units, of a unit", note("order", "unit"), [said("order")]],
  ["province.note", "for units, of a person", note("order", "unit", person()), []],
  ["province.note", "for persons, of a person", note("order", "person", person()), [said("order")]],
  ["province.note", "for persons, of a unit", note("order", "person"), []],
  ["province.note", "nature not chosen yet", note("order", "both", unit({ nature: undefined })), []],
  ["province.note", "of access, a first filing", ofAccess("FIRST_FILING"), []],
  [
    "province.note",
    "of access, an access filing",
    ofAccess("ACCESS_FILING"),
    ["shanghai-access-legal-rep@order"],
  ],
  ["province.note", "province has none", withProvince(unit(), { notes: [] }), []],
  ["province.footer-copyright", "unit", withProvince(unit(), { footerCopyright: true }), ["order"]],
  ["province.footer-copyright", "person", withProvince(person(), { footerCopyright: true }), []],
  [
    "province.footer-copyright",
    "province asks nothing",
    withProvince(unit(), { footerCopyright: false }),
    [],
  ],
];
