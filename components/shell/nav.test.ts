import { expect, test } from "vitest";
import { currentHref, type NavGroup } from "./nav";

const GROUPS: NavGroup[] = [
  { id: "a", items: [{ href: "/console", label: "", exact: true }] },
  {
    id: "b",
    items: [
      { href: "/console/orders", label: "" },
      { href: "/console/orders/new", label: "" },
    ],
  },
];

test.each([
  ["/console", "/console"],
  ["/console/orders", "/console/orders"],
  ["/console/orders/o1/entity", "/console/orders"],
  ["/console/orders/new", "/console/orders/new"],
  ["/console/ordersx", undefined],
  ["/console/account", undefined],
])("%s belongs to %s", (pathname, href) => {
  expect(currentHref(GROUPS, pathname)).toBe(href);
});
