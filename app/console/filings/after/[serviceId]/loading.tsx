import { PageSkeleton } from "@/components/ui/skeleton";

export default function AfterLoading() {
  return <PageSkeleton />;
}
