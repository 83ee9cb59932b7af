import { getTranslations } from "next-intl/server";
import { Press } from "@/components/account/press";
import { BlockButton } from "@/components/staff/block-button";
import { PostForm } from "@/components/staff/post-form";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { env } from "@/lib/env";
import { offeredPosts } from "@/lib/filing/staff";
import type { StaffMember } from "@/lib/usecases/staff/list-staff";
import {
  blockStaffAction,
  changePostAction,
  endStaffSessionsAction,
  resetFactorAction,
  unblockStaffAction,
} from "../actions";

/** What an administrator may do about somebody else. Each step is for the version this page shows. */
export async function StaffSteps({ member }: { member: StaffMember }) {
  const t = await getTranslations("staff");
  const { userId, version, name, post, blocked } = member;
  const seen = { userId, version };
  const posts = [...offeredPosts(env.MODE === "sandbox"), ...(member.applicant ? (["none"] as const) : [])];
  return (
    <>
      <Panel title={t("change.title")} description={t("change.text")}>
        <div className="flex max-w-form flex-col gap-5">
          {member.claimed && (
            <Notice title={t("change.claimedTitle")}>{t("change.claimed", { name })}</Notice>
          )}
          <PostForm
            // A form anew for what has changed: what it shows as chosen is what holds.
            key={version}
            seen={seen}
            post={post ?? ""}
            posts={posts}
            action={changePostAction}
          />
        </div>
      </Panel>
      <Panel
        title={t("access.title")}
        description={t(blocked === null ? "access.text" : "access.blockedText")}
      >
        <div className="flex flex-wrap gap-3">
          {blocked === null && (
            <Press
              action={endStaffSessionsAction}
              input={seen}
              said={t("access.ended")}
              ask={{ title: t("access.endTitle", { name }), text: t("access.endText") }}
            >
              {t("access.end")}
            </Press>
          )}
          {member.factor && (
            <Press
              action={resetFactorAction}
              input={seen}
              said={t("access.resetDone")}
              ask={{ title: t("access.resetTitle", { name }), text: t("access.resetText") }}
            >
              {t("access.reset")}
            </Press>
          )}
          {blocked === null ? (
            <BlockButton seen={seen} name={name} claims={member.claims} action={blockStaffAction} />
          ) : (
            <Press
              action={unblockStaffAction}
              input={seen}
              said={t("access.unblocked")}
              ask={{ title: t("access.unblockTitle", { name }), text: t("access.unblockText") }}
            >
              {t("access.unblock")}
            </Press>
          )}
        </div>
      </Panel>
    </>
  );
}
