Board = list[list[str]]
LINES = [[(r, c) for c in range(3)] for r in range(3)]
LINES += [[(r, c) for r in range(3)] for c in range(3)]
LINES += [[(i, i) for i in range(3)], [(i, 2 - i) for i in range(3)]]


def show(board: Board) -> None:
    print("\n-+-+-\n".join("|".join(cell or " " for cell in row) for row in board))


def winner(board: Board) -> str | None:
    for line in LINES:
        cells = {board[r][c] for r, c in line}
        if len(cells) == 1 and "" not in cells:
            return cells.pop()
    return None


def play(moves: str) -> Board:
    board: Board = [[""] * 3 for _ in range(3)]
    player = "X"
    for move in moves.split():
        r, c = int(move[0]), int(move[1])
        if board[r][c]:
            raise ValueError(f"{move} is taken by {board[r][c]}")
        board[r][c] = player
        if winner(board):
            break
        player = "O" if player == "X" else "X"
    return board


for moves in ["00 10 01 11 02", "00 11 22 02 20 10 12", "11 00 11"]:
    try:
        board = play(moves)
        show(board)
        print("winner:", winner(board))
    except ValueError as error:
        print("illegal:", error)
