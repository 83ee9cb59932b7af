import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as t from "@/db/schema";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { withTransaction } from "@/db/transaction";
import { setTestClocks } from "@/lib/clock/testing";
import { masterKey, seal } from "@/lib/secrets";
import { domainRegistry } from ".";

const NOW = Date.parse("2026-11-23T10:00:00+08:00");
const DAY = 86_400_000;
const asker = { accountId: "account-1", realName: "清河图书有限公司", idNo: "91110000MA01TEST0X" };
let data: TestDatabase;

beforeEach(() => {
  data = freshDatabase();
  setTestClocks(NOW);
});
afterEach(() => data.dispose());

describe("the sandbox registrar", () => {
  it("takes an unknown domain for the asker's own, verified 30 days ago, a year to go", async () => {
    expect(await domainRegistry().lookUp(["New-Shop.com.cn"], asker)).toEqual({
      "new-shop.com.cn": {
        registered: true,
        registeredHere: true,
        registrarApproved: true,
        ownerName: asker.realName,
        ownerIdNo: asker.idNo,
        ownerIdType: null,
        serverHold: false,
        realNameVerifiedAt: NOW - 30 * DAY,
        expiresAt: NOW + 365 * DAY,
      },
    });
  });

  it.each(["", "nodot", "1.2.3.4", "bad_label.cn"])("does not know %j", async (domain) => {
    const answer = await domainRegistry().lookUp([domain], asker);
    expect(Object.values(answer)).toMatchObject([{ registered: false, ownerName: null }]);
  });

  it("answers from its table where it has a row", async () => {
    const domain = "owned.cn";
    const owner = { ownerName: "别人", ownerIdNo: "X1" };
    await withTransaction((tx) =>
      tx.insert(t.sandboxDomains).values({
        domain,
        registeredHere: false,
        registrarApproved: true,
        ownerEnc: seal(masterKey(), owner, `sandbox_domain:${domain}`),
        realNameVerifiedAt: 1,
        expiresAt: 2,
      }),
    );
    expect(await domainRegistry().lookUp(["OWNED.cn"], asker)).toEqual({
      "owned.cn": {
        ...{ registered: true, registeredHere: false, registrarApproved: true, ...owner },
        ...{ realNameVerifiedAt: 1, expiresAt: 2, ownerIdType: null, serverHold: false },
      },
    });
    expect(await domainRegistry().lookUp(["www.owned.cn", "www.mine.cn"], asker)).toMatchObject({
      "www.owned.cn": owner,
      "www.mine.cn": { ownerName: asker.realName },
    });
    expect(await domainRegistry().list(asker.accountId)).toEqual([]);
    expect(await domainRegistry().lookUp([], asker)).toEqual({});
  });

  it("is not there in production: every domain is unknown", async () => {
    data.dispose();
    data = freshDatabase({ ICP_MODE: "production" });
    expect(await domainRegistry().lookUp(["a.cn"], asker)).toEqual({});
    expect(await domainRegistry().list(asker.accountId)).toEqual([]);
  });
});
