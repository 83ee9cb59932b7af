import { validWebsite } from "../../testing/fixtures";
import { type LookCase, mySite, S, site, unit } from "../../testing/look";

export const PRE_APPROVAL_CASES: readonly LookCase[] = [
  ["pre-approval.answered", "no answer", site({ noPreApproval: undefined }), [S("preApprovals")]],
  [
    "pre-approval.answered",
    "both",
    site({ preApprovals: [{ id: "pre_0001" }] }),
    [`both@${S("preApprovals")}`],
  ],
  [
    "pre-approval.person",
    "permit",
    mySite({ preApprovals: [{ id: "pre_0001", type: 1 }] }),
    [S("preApprovals")],
  ],
  [
    "pre-approval.details",
    "empty",
    site({ preApprovals: [{ id: "pre_0001", type: 1, validTo: "2026-11-20" }] }),
    [`permitNo@${S("preApprovals[pre_0001].permitNo")}`, `expired@${S("preApprovals[pre_0001].validTo")}`],
  ],
  [
    "pre-approval.details",
    "valid today",
    site({ preApprovals: [{ id: "pre_0001", type: 1, permitNo: "A", validTo: "2026-11-21" }] }),
    [],
  ],
  ["pre-approval.keywords", "scope", unit({ businessScope: "药品零售" }), [S("preApprovals")]],
  [
    "pre-approval.keywords",
    "permit held",
    unit(
      { businessScope: "药品零售" },
      { services: [validWebsite({ preApprovals: [{ id: "pre_0001", type: 5 }] })] },
    ),
    [],
  ],
];
