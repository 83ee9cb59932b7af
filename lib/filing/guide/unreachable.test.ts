import { describe, expect, it, test } from "vitest";
import { policyAt } from "../policy";
import { NOW } from "../testing/fixtures";
import { CAUSES_OF_SILENCE, type CauseOfSilence, type Reach, whyUnreachable } from "./unreachable";

const POLICY = policyAt(NOW);
/** Everything in order, long since, and nobody has looked at the server. */
const GOOD: Reach = {
  ...{ resolves: true, ipAnswers: null, realNameVerified: true, mainland: true },
  ...{ filing: "filed", fileable: true, accessHere: true, inReview: null, approvedMinutesAgo: 5_000 },
};
const why = (over: Partial<Reach>) => whyUnreachable({ ...GOOD, ...over }, POLICY);

/** Every row of DF §10.4. */
const ROWS: readonly (readonly [Partial<Reach>, CauseOfSilence, blocked: boolean])[] = [
  [{ resolves: false }, "does-not-resolve", false],
  [{ ipAnswers: true, realNameVerified: false }, "server-hold", false],
  [{ ipAnswers: null, realNameVerified: false }, "server-hold", false],
  [{ mainland: false, filing: "never", accessHere: false }, "server-outside", false],
  [{ filing: "never", accessHere: false }, "not-filed", true],
  [{ filing: "never", accessHere: false, fileable: false }, "suffix-not-fileable", true],
  [{ accessHere: false }, "access-missing", true],
  [{ filing: "ended", accessHere: false }, "cancelled", true],
  [{ filing: "ended", accessHere: false, fileable: false }, "suffix-not-fileable", true],
  [{ approvedMinutesAgo: 0 }, "just-approved", true],
  [{ approvedMinutesAgo: 29 }, "just-approved", true],
  [{ approvedMinutesAgo: 30, ipAnswers: true }, "on-the-server", false],
  [{ filing: "never", accessHere: false, inReview: "new" }, "new-in-review", true],
  [{ filing: "ended", accessHere: false, inReview: "new" }, "new-in-review", true],
  [{ accessHere: false, inReview: "access" }, "access-in-review", true],
  [{ inReview: "change", ipAnswers: true }, "on-the-server", false],
  [{ inReview: "change", accessHere: false }, "access-missing", true],
  [{ ipAnswers: true }, "on-the-server", false],
  [{ ipAnswers: false }, "host-or-network", false],
  [{}, "look-first", false],
  [{ approvedMinutesAgo: null, ipAnswers: false }, "host-or-network", false],
];

describe("why a name does not open", () => {
  test.each(ROWS)("%j: %s", (reach, cause, blocked) => expect(why(reach)).toMatchObject({ cause, blocked }));

  it("knows every cause", () => {
    expect(new Set(ROWS.map(([, cause]) => cause))).toEqual(new Set(CAUSES_OF_SILENCE));
  });

  it("first match wins: what is nobody's filing comes before what is", () => {
    const all: Partial<Reach> = { filing: "never", accessHere: false, fileable: false };
    expect(why({ ...all, resolves: false, realNameVerified: false, mainland: false }).cause).toBe(
      "does-not-resolve",
    );
    expect(why({ ...all, realNameVerified: false, mainland: false }).cause).toBe("server-hold");
    expect(why({ ...all, mainland: false }).cause).toBe("server-outside");
    // A server that does not answer at all is no matter of the name's check.
    expect(why({ realNameVerified: false, ipAnswers: false }).cause).toBe("host-or-network");
  });

  it("takes silence about what nobody knows for nothing", () => {
    expect(why({ resolves: null, realNameVerified: null, mainland: null }).cause).toBe("look-first");
  });
});
