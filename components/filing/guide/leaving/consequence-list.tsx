import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Code } from "@/components/ui/code";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import type { Consequences } from "@/lib/filing/registry/consequences";

/** What a cancellation does to this very filing, name by name. */
export function ConsequenceList({ consequences }: { consequences: Consequences }) {
  const t = useTranslations("leave.consequences");
  const { kind, hit, deadDomains, keptDomains, untouched, neverAgain, mailDomains, publicSecurity, left } =
    consequences;
  const places = hit.filter(({ place }) => place !== null);
  const returned = places.filter(({ place }) => place?.returned).length;
  const lines = (values: readonly ReactNode[]) =>
    values.length === 0 ? <span className="text-muted">{t("none")}</span> : <Lines values={values} />;
  const items = [
    {
      id: "hit",
      label: t("hit"),
      value: lines(
        hit.map(({ number, name }) => (
          <span key={number}>
            {name} <Code>{number}</Code>
          </span>
        )),
      ),
    },
    { id: "dead", label: t(`dead.${kind}`), value: lines(deadDomains.map(mono)) },
    keptDomains.length > 0 && { id: "kept", label: t("kept"), value: lines(keptDomains.map(mono)) },
    { id: "untouched", label: t("untouched"), value: lines(untouched.map(mono)) },
    neverAgain.length > 0 && {
      id: "never",
      label: <span className="text-tone-refused">{t("neverAgain")}</span>,
      value: lines(neverAgain.map(({ domain }) => mono(domain))),
    },
    mailDomains.length > 0 && {
      id: "mail",
      label: t("mail"),
      value: (
        <>
          {lines(mailDomains.map(mono))}
          <span className="text-muted">{t("mailText")}</span>
        </>
      ),
    },
    publicSecurity.length > 0 && {
      id: "police",
      label: t("publicSecurity"),
      value: t("publicSecurityText", { count: publicSecurity.length }),
    },
    places.length > 0 && {
      id: "place",
      label: t("place"),
      value: returned > 0 ? t("returned", { count: returned }) : t("notReturned"),
    },
    { id: "left", label: t("left"), value: t(`leftIs.${left}`) },
  ];
  return (
    <Panel title={t("title")} description={t("text")}>
      <DescriptionList items={items.filter((item) => item !== false)} />
    </Panel>
  );
}

const mono = (text: string) => (
  <span key={text} className="font-mono break-all">
    {text}
  </span>
);

function Lines({ values }: { values: readonly ReactNode[] }) {
  return <span className="flex flex-col">{values}</span>;
}
