import { PageSkeleton } from "@/components/ui/skeleton";

export default function ResourcesLoading() {
  return <PageSkeleton />;
}
