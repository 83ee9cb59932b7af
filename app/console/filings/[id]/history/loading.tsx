import { PageSkeleton } from "@/components/ui/skeleton";

export default function FilingsLoading() {
  return <PageSkeleton />;
}
