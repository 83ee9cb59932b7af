import { expect, test } from "vitest";
import { unit } from "../testing/look";
import { changesBetween } from "./changes";

const { application } = unit();
const [site] = application.services;
const [person] = application.people;
if (site === undefined || person === undefined) throw new Error("the fixture has a site and a person");

test("nothing changed", () => expect(changesBetween(application, structuredClone(application))).toEqual([]));

test("an answer that changed stands with both values, the others do not", () => {
  const after = { ...application, services: [{ ...site, remark: "新的说明文字" }] };
  expect(changesBetween(application, after)).toMatchObject([
    {
      subject: `services[${site.id}]`,
      change: "changed",
      fields: [{ path: `services[${site.id}].remark`, before: [site.remark], after: ["新的说明文字"] }],
    },
  ]);
});

test("an answer that was emptied or filled has nothing on one side", () => {
  const { remark: _remark, ...bare } = site;
  const emptied = changesBetween(application, { ...application, services: [bare as typeof site] });
  expect(emptied[0]?.fields).toMatchObject([{ before: [site.remark], after: [] }]);
  const filled = changesBetween({ ...application, services: [bare as typeof site] }, application);
  expect(filled[0]?.fields).toMatchObject([{ before: [], after: [site.remark] }]);
});

test("parts that came and went are named, whatever their order", () => {
  const other = { ...site, id: "svc_other00" };
  const added = changesBetween(application, { ...application, services: [other, site] });
  expect(added.map(({ subject, change }) => [subject, change])).toEqual([["services[svc_other00]", "added"]]);
  const removed = changesBetween({ ...application, services: [other, site] }, application);
  expect(removed.map(({ subject, change }) => [subject, change])).toEqual([
    ["services[svc_other00]", "removed"],
  ]);
});

test("personal answers are marked, so that readers mask them", () => {
  const after = { ...application, people: [{ ...person, phone1: "13900000000" }] };
  expect(changesBetween(application, after)[0]?.fields).toMatchObject([
    { key: "person.phone1", sensitive: true },
  ]);
});
