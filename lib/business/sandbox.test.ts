import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as t from "@/db/schema";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { withTransaction } from "@/db/transaction";
import { setTestClocks } from "@/lib/clock/testing";
import { blindIndex, masterKey, seal } from "@/lib/secrets";
import { businessRegistry } from ".";

const NOW = Date.parse("2026-11-23T10:00:00+08:00");
const asker = { accountId: "account-1", realName: "清河图书有限公司" };
const CERT = "91110000MA01TEST0X";
let data: TestDatabase;

beforeEach(() => {
  data = freshDatabase();
  setTestClocks(NOW);
});
afterEach(() => data.dispose());

describe("the sandbox business registry", () => {
  it("takes an unknown number for an active unit of the asker's name", async () => {
    expect(await businessRegistry().find(CERT, asker)).toEqual({
      found: true,
      name: asker.realName,
      legalRepName: null,
      status: "active",
      registeredOrUpdatedAt: NOW - 365 * 86_400_000,
      licenceIssuedOn: null,
    });
  });

  it("does not find a blank number", async () => {
    expect(await businessRegistry().find("  ", asker)).toMatchObject({ found: false, status: null });
  });

  it("answers from its table where it has a row, however the number is written", async () => {
    const certIdx = blindIndex("cert", CERT);
    const record = { name: "另一家公司", legalRepName: "林清平" };
    await withTransaction((tx) =>
      tx.insert(t.sandboxBusinesses).values({
        certIdx,
        recordEnc: seal(masterKey(), record, `sandbox_business:${certIdx}`),
        status: "abnormal",
        registeredOrUpdatedAt: 5,
      }),
    );
    expect(await businessRegistry().find(` ${CERT.toLowerCase()}`, asker)).toEqual({
      found: true,
      ...record,
      status: "abnormal",
      registeredOrUpdatedAt: 5,
      licenceIssuedOn: null,
    });
  });

  it("is not there in production: nothing is known", async () => {
    data.dispose();
    data = freshDatabase({ ICP_MODE: "production" });
    expect(await businessRegistry().find(CERT, asker)).toBeNull();
  });
});
