CREATE TABLE `order_bases` (
	`order_id` text PRIMARY KEY NOT NULL,
	`entity_id` text NOT NULL,
	`document_enc` blob NOT NULL,
	`taken_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entity_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `order_submissions` ADD `changed` text;
