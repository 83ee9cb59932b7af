import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

export type Crumb = { label: ReactNode; href?: string };

/** Where the page is: links to the ancestors, the page itself as the last, plain. */
function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  const t = useTranslations("common");
  return (
    <nav aria-label={t("breadcrumb")} data-no-print className="text-muted">
      <ol className="flex flex-wrap items-center gap-1">
        {items.map((item, index) => (
          <li key={item.href ?? `here-${index}`} className="inline-flex items-center gap-1">
            {index > 0 && <ChevronRight aria-hidden className="size-3.5" />}
            {item.href ? (
              <Link href={item.href} className="rounded-tag py-0.5 hover:text-accent hover:underline">
                {item.label}
              </Link>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

export type PageHeaderProps = {
  title: ReactNode;
  breadcrumb?: readonly Crumb[];
  /** The state of what the page is about: a `Tag`. */
  tag?: ReactNode;
  description?: ReactNode;
  /** One primary action; quiet ones may stand beside it. */
  action?: ReactNode;
};

/** The head of every page. */
export function PageHeader({ title, breadcrumb, tag, description, action }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-col gap-2">
      {breadcrumb && <Breadcrumb items={breadcrumb} />}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-col gap-2">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-h2 sm:text-h1">{title}</h1>
            {tag}
          </div>
          {description && <p className="max-w-form text-form text-muted">{description}</p>}
        </div>
        {action && (
          <div data-no-print className="flex flex-wrap items-center gap-2">
            {action}
          </div>
        )}
      </div>
    </header>
  );
}
