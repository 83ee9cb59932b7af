import { getLocale, getTranslations } from "next-intl/server";
import { PolicyChangeForm } from "@/components/review/policy/change-form";
import { PolicyHistory } from "@/components/review/policy/history";
import { Messages } from "@/components/shell/messages";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { refusePage, requireActor } from "@/lib/http/page";
import { toLocale } from "@/lib/messages/locales";
import { settingWords } from "@/lib/messages/setting-text";
import { getSetting } from "@/lib/usecases/policy/get-policy";
import { changePolicyAction, previewPolicyAction, revertPolicyAction } from "../actions";
import { presentHistory, presentSetting } from "../present";

type Props = { params: Promise<{ setting: string }> };

export default async function SettingPage({ params }: Props) {
  const actor = await requireActor("policy.read");
  const { setting: key } = await params;
  const found = await getSetting(actor, { key });
  if (!found.ok) refusePage(found.error);
  const setting = found.value;
  const { kind, value, revision, now, mayEdit } = setting;
  const t = await getTranslations("policyPage");
  const locale = toLocale(await getLocale());
  const words = await settingWords(locale);
  const row = await presentSetting(setting, words, locale);
  return (
    <>
      <PageHeader
        title={row.label}
        breadcrumb={[{ label: t("title"), href: "/review/policy" }, { label: row.label }]}
        tag={row.own && <Tag tone="you">{t("own")}</Tag>}
        description={row.meaning}
      />
      <Messages namespaces={["deadlines", "form", "systems.name"]}>
        <div className="flex flex-col gap-6">
          <Panel title={t("facts")}>
            <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
              <div className="min-w-0">
                <dt className="text-muted">{t("now")}</dt>
                <dd className="text-h3 break-words tabular-nums">{row.value}</dd>
                <dd className="text-small text-muted">{row.own ?? t("isShipped")}</dd>
                {row.scheduled.map((line) => (
                  <dd key={line} className="text-small text-tone-others">
                    {line}
                  </dd>
                ))}
              </div>
              <div className="min-w-0">
                <dt className="text-muted">{t("shipped")}</dt>
                <dd className="text-h3 break-words tabular-nums">{row.shipped}</dd>
                <dd className="text-small text-muted">{row.source}</dd>
              </div>
            </dl>
          </Panel>
          {mayEdit ? (
            <PolicyChangeForm
              key={revision}
              {...{ setting: key, kind, value, revision, now }}
              unit={words.unit(kind)}
              options={words.options(key, kind)}
              change={changePolicyAction}
              preview={previewPolicyAction}
            />
          ) : (
            <Notice>{t("readOnly")}</Notice>
          )}
          <Panel title={t("history.title")}>
            <PolicyHistory
              lines={await presentHistory(setting, words, locale)}
              revision={revision}
              revert={mayEdit ? revertPolicyAction : undefined}
            />
          </Panel>
        </div>
      </Messages>
    </>
  );
}
