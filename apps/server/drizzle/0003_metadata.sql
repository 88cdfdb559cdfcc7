ALTER TABLE "prompts" ADD COLUMN "input_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "prompts" ADD COLUMN "described_input_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "prompts" ADD COLUMN "exampled_input_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "commits" ADD COLUMN "on_main" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "commits_recent" ON "commits" USING btree ("library_id","created_at","prompt_id","seq");--> statement-breakpoint
-- Commits made on main so far: from each head back over first parents.
WITH RECURSIVE "mains" AS (
  SELECT "library_id", "prompt_id", "head_commit_id" AS "id" FROM "branches"
  WHERE "name" = 'main' AND "deleted_at" IS NULL AND "head_commit_id" IS NOT NULL
  UNION ALL
  SELECT m."library_id", m."prompt_id", p."parent_id" FROM "mains" m
  JOIN "commit_parents" p ON p."library_id" = m."library_id" AND p."prompt_id" = m."prompt_id"
    AND p."commit_id" = m."id" AND p."position" = 0
)
UPDATE "commits" c SET "on_main" = true FROM "mains" m
WHERE c."library_id" = m."library_id" AND c."prompt_id" = m."prompt_id" AND c."id" = m."id";
