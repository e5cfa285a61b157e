from exercises.kit import Choice

exercise = Choice(right="zero", wrong="symmetric negative", points=2, syllabus="losses.kl", difficulty=1)
