import { describe, expect, it } from "vitest";
import { ROLES } from "./access";
import { offeredPosts, POST_NAMES, postOf, STAFF_POSTS, usesFactor } from "./staff";

describe("posts", () => {
  it.each(POST_NAMES)("%s is told by its roles, in whatever order and beside an applicant's", (post) => {
    const roles = STAFF_POSTS[post].toReversed();
    expect(postOf(roles)).toBe(post);
    expect(postOf(["applicant", ...roles])).toBe(post);
  });

  it("are none for other sets of roles", () => {
    expect(postOf([])).toBeNull();
    expect(postOf(["applicant"])).toBeNull();
    expect(postOf(["officer", "reviewer"])).toBeNull();
    expect(postOf(["reviewer", "supervisor"])).toBeNull();
    expect(postOf(["reviewer", "supervisor", "admin"])).toBeNull();
  });

  it("of the authority are given in the sandbox only", () => {
    expect(offeredPosts(true)).toEqual(POST_NAMES);
    expect(offeredPosts(false)).toEqual([
      "reviewer",
      "supervisor",
      "admin",
      "reviewer-admin",
      "supervisor-admin",
    ]);
  });

  it("sign in with a second factor, applicants and officers do not", () => {
    expect(ROLES.filter((role) => usesFactor([role]))).toEqual(["reviewer", "supervisor", "admin"]);
    expect(usesFactor(["applicant", "admin"])).toBe(true);
    expect(usesFactor([])).toBe(false);
  });
});
