ALTER TABLE "imports" ADD COLUMN "alike_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "alike_rows" jsonb DEFAULT '[]'::jsonb NOT NULL;