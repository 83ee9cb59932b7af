import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { KINDS } from "@/lib/boot/seed/kinds-data";
import { APPLICANTS, type ApplicantSeed } from "@/lib/boot/seed/persona-data";
import { entityOf, mailOf, personOf } from "@/lib/boot/seed/situations-documents";
import { env } from "@/lib/env";
import type { Actor } from "@/lib/filing/access";
import type { ServiceContent } from "@/lib/filing/application/codes";
import type { PersonDraft } from "@/lib/filing/application/draft";
import type { EntitySection } from "@/lib/filing/application/draft-sections";

interface SampleSite {
  readonly name: string;
  readonly contents: readonly ServiceContent[];
  readonly remark: string;
}

interface SamplePackage {
  readonly platform: "ANDROID" | "IOS" | "HARMONY";
  readonly packageName: string;
  readonly publicKey: string;
  readonly certFingerprint: string;
}

interface SampleApp {
  readonly name: string;
  readonly contents: readonly ServiceContent[];
  readonly remark: string;
  readonly packages: readonly SamplePackage[];
}

/** What a persona would type: nobody else could know the numbers of an invented certificate. */
export interface SampleValues {
  readonly entity: EntitySection;
  /** Whoever leads, then somebody else. Their ids mean nothing. */
  readonly people: readonly PersonDraft[];
  /** As many as there are different things to file. */
  readonly sites: readonly SampleSite[];
  readonly apps: readonly SampleApp[];
}

/** A unit's short name: between the city and the trade of its registered name; what follows the district of others. */
const shortOf = ({ realName, nature }: ApplicantSeed["account"]) =>
  nature === undefined ? realName.slice(2, 6) : realName.replace(/^.*[市区]/, "");

function sitesOf({ account }: ApplicantSeed): SampleValues["sites"] {
  if (account.kind === "person")
    return [
      { name: "夏日读书札记", contents: [24], remark: "个人网站，记录读书心得与摘抄，不含任何单位信息。" },
      {
        name: "窗外的树影",
        contents: [24],
        remark: "个人网站，展示本人拍摄的照片与拍摄心得，不含任何单位信息。",
      },
    ];
  const short = shortOf(account);
  return [
    { name: `${short}官网`, contents: [8], remark: "介绍本单位的业务、团队与联系方式，不含论坛与交易功能。" },
    {
      name: `${short}产品展示`,
      contents: [8],
      remark: "展示本单位的产品样例与参数说明，不含论坛与交易功能。",
    },
    {
      name: `${short}帮助中心`,
      contents: [8],
      remark: "本单位产品的使用手册与常见问题，不含论坛与交易功能。",
    },
  ];
}

/** Digests by platform: MD5 on Android, SHA-1 on the others (DF §6.5). */
const DIGEST = { ANDROID: "md5", IOS: "sha1", HARMONY: "sha1" } as const;
const PLATFORMS = ["ANDROID", "IOS", "HARMONY"] as const;

/** Invented, and always the same: a package name, its key and the digest of its certificate on each platform. */
const packagesOf = (name: string): readonly SamplePackage[] =>
  PLATFORMS.map((platform) => {
    const packageName = `cn.sandbox.${name.replace(/[^a-z0-9]/g, "")}`;
    const digest = (kind: string) => createHash(kind).update(`${platform} ${packageName}`).digest("hex");
    return {
      platform,
      packageName,
      publicKey: `3082010a02820101${digest("sha512")}`,
      certFingerprint: digest(DIGEST[platform]),
    };
  });

function appsOf({ id, account }: ApplicantSeed): SampleValues["apps"] {
  if (account.kind === "person")
    return [
      {
        name: "夏日读书本",
        contents: [24],
        remark: "个人应用，记录读书进度与摘抄，不含社交与交易功能。",
        packages: packagesOf(`${id}.notes`),
      },
    ];
  const short = shortOf(account);
  return [
    {
      name: `${short}助手`,
      contents: [8],
      remark: "查询本单位产品的使用说明与服务进度，不含论坛与交易功能。",
      packages: packagesOf(`${id}.helper`),
    },
    {
      name: `${short}巡检`,
      contents: [8],
      remark: "本单位员工登记设备检查结果，不含论坛与交易功能。",
      packages: packagesOf(`${id}.rounds`),
    },
  ];
}

const samplesOf = (seed: ApplicantSeed): SampleValues => ({
  entity: entityOf(seed),
  people: [
    personOf("lead", seed.lead, mailOf(seed, "lead")),
    ...(seed.second ? [personOf("second", seed.second, mailOf(seed, "second"))] : []),
  ],
  sites: sitesOf(seed),
  apps: appsOf(seed),
});

/** Values a persona can copy into the form. Nobody else has any, and production has none. */
export async function sampleValues(actor: Actor): Promise<SampleValues | null> {
  if (env.MODE !== "sandbox") return null;
  const [user] = await read()
    .select({ persona: t.users.persona })
    .from(t.users)
    .where(eq(t.users.id, actor.userId));
  const seed = [...APPLICANTS, ...KINDS].find(({ id }) => id === user?.persona);
  return seed ? samplesOf(seed) : null;
}
